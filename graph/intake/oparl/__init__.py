"""OParl: council information as municipalities publish it, versions 1.0 and 1.1, from files.

Specification: https://oparl.org/spezifikation/
"""
