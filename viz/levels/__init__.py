"""The levels view: politics above, administration between, the Sozialräume below, and the Fahrstuhl links that run
from one to the other; as a picture and as tables that say the same.
"""
