throw new Error("This module cannot run here.");
