/** The address's parameter that opens a task over whatever page: its id, or `new`. */
export const taskParameter = "task";

/** One's own day: what is to be done across all clients. */
export const tasksPath = () => "/tasks";
