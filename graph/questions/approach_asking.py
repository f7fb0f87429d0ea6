"""The words in which to ask for what is not known: of the actor itself, by its level, or of others about it."""

from collections.abc import Mapping

from graph.questions.directions import ADMINISTRATION, LIFEWORLD, POLITICS
from schema.text import Text

MISSING = {
    "concern": Text("Anliegen", "concern"),
    "benefit": Text("Nutzen", "benefit"),
    "attitude": Text("Haltung", "attitude"),
    "way": Text("Weg", "way"),
}
"""What can be missing."""
ABOUT = Text("beim Thema „{name}“", "about “{name}”")
TOGETHER = Text("bei unserer gemeinsamen Planung", "about our joint planning")

ASKED: Mapping[str, Text] = {
    "concern": Text(
        "Was ist Ihnen {matter} besonders wichtig, und worauf müssen wir achten?",
        "What matters most to you {matter}, and what do we have to look out for?",
    ),
    "benefit": Text(
        "Was müsste dabei herauskommen, damit sich die Mitarbeit für Sie lohnt?",
        "What would have to come out of it to make taking part worth your while?",
    ),
    "attitude": Text(
        "Was spricht aus Ihrer Sicht dafür, was dagegen?",
        "What speaks for it, in your view, and what against it?",
    ),
}
"""How to ask anybody."""
ASKED_ON: Mapping[int, Mapping[str, Text]] = {
    POLITICS: {
        "concern": Text(
            "Welche Fragen wollen Sie {matter} beantwortet haben, bevor Sie beraten?",
            "Which questions do you want answered {matter} before you debate?",
        ),
        "benefit": Text(
            "Was müsste Ihnen vorliegen, damit Sie gut und rechtzeitig entscheiden können?",
            "What would have to be on your table so that you can decide well and in time?",
        ),
    },
    ADMINISTRATION: {
        "concern": Text(
            "Was berührt {matter} Ihre Aufgaben, und worauf müssen wir achten?",
            "What {matter} touches your tasks, and what do we have to look out for?",
        ),
        "benefit": Text(
            "Was müsste dabei herauskommen, damit es Ihre Arbeit erleichtert?",
            "What would have to come out of it to make your work easier?",
        ),
    },
    LIFEWORLD: {
        "concern": Text(
            "Was erleben Sie vor Ort, und was davon muss {matter} vorkommen?",
            "What do you see on site, and what of it has to come up when we talk {matter}?",
        ),
        "benefit": Text(
            "Was müsste sich vor Ort ändern, damit sich die Mitarbeit für Sie lohnt?",
            "What would have to change on site to make taking part worth your while?",
        ),
    },
}
"""How to ask on a level, where that differs."""
ASKED_OF_OTHERS: Mapping[str, Text] = {
    "concern": Text(
        "Was zählt nach Ihrer Erfahrung für „{name}“ {matter} am meisten?",
        "In your experience, what matters most to “{name}” {matter}?",
    ),
    "benefit": Text(
        "Womit wäre „{name}“ wirklich gedient?",
        "What would really be of use to “{name}”?",
    ),
    "attitude": Text(
        "Was fände dort Zustimmung, und mit welchen Vorbehalten müssen wir rechnen?",
        "What would find approval there, and which reservations do we have to expect?",
    ),
}
"""How to ask those who know the actor."""
WHO_KNOWS_PERSON = Text(
    "Wer von uns kennt „{name}“ und kann ein erstes Gespräch anbahnen?",
    "Which of us knows “{name}” and can arrange a first conversation?",
)
WHO_KNOWS = Text(
    "Wer von uns kennt jemanden bei „{name}“ und kann ein erstes Gespräch anbahnen?",
    "Which of us knows somebody at “{name}” and can arrange a first conversation?",
)
