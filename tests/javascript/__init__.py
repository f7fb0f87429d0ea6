"""Our own scripts checked by machine: their JSDoc types, with TypeScript."""
