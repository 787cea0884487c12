/** An e-mail address as it is stored and compared: trimmed, the case of the whole address ignored [F128]. */
export const normalizeEmail = (value: string): string => value.trim().toLowerCase();
