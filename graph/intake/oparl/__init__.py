"""OParl: council information as municipalities publish it, versions 1.0 and 1.1, from files and over HTTP.

Specification: https://oparl.org/spezifikation/
"""
