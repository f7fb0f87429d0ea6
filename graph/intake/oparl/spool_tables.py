"""The tables of the spool, and the longer questions to them."""

TABLES = """
CREATE TABLE objects (
    kind TEXT, key TEXT, id TEXT, refers TEXT, embedded INTEGER, file TEXT, place TEXT, fields TEXT,
    PRIMARY KEY (kind, key)
);
CREATE INDEX by_reference ON objects (kind, refers, key);
CREATE TABLE uses (id TEXT, use TEXT, file TEXT, place TEXT, PRIMARY KEY (id, use)) WITHOUT ROWID;
CREATE TABLE mentions (kind TEXT, id TEXT, file TEXT, place TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE remarks (kind TEXT, number TEXT, name TEXT, confidence REAL, file TEXT, place TEXT,
    PRIMARY KEY (number, kind, name)) WITHOUT ROWID;
CREATE TABLE names (kind TEXT, name TEXT, shown TEXT, file TEXT, place TEXT, PRIMARY KEY (kind, name)) WITHOUT ROWID;
"""
WANTED = """
SELECT refers FROM objects AS o WHERE kind = 'Membership' AND refers IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM objects WHERE kind = 'Person' AND key = o.refers)
UNION SELECT refers FROM objects AS o WHERE kind = 'AgendaItem' AND refers IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM objects WHERE kind = 'Consultation'
        AND key BETWEEN o.refers || '|' AND o.refers || '}')
UNION SELECT json_extract(fields, '$.meeting') AS meeting FROM objects WHERE kind = 'Consultation'
    AND meeting LIKE 'http%' AND NOT EXISTS (SELECT 1 FROM objects WHERE kind = 'Meeting' AND key = meeting)
"""
"""Persons of memberships, consultations of agenda items and meetings of consultations that are not there."""
MISSING = """
SELECT id, file, place FROM mentions WHERE kind = ?
    AND NOT EXISTS (SELECT 1 FROM objects WHERE objects.kind = mentions.kind AND key = mentions.id) ORDER BY id
"""
"""What is listed by its address and is not there."""
