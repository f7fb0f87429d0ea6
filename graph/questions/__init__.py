"""The planner's questions, one module each; `QUESTIONS` lists them all."""
