/** The address's parameter that opens a task over whatever page: its id, or `new`. */
export const taskParameter = "task";
