/** The address's parameter that opens an appointment over whatever page: its id, or `new`. */
export const appointmentParameter = "appointment";
