"""The same under two ids: who might be, what a person judged of it, and how two become one and two again."""
