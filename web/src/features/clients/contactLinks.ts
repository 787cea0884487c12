/** `tel:` of a number, its spaces and brackets left out. */
export const callLink = (number: string) => `tel:${number.replace(/[^\d+*#]/g, "")}`;

/** WhatsApp's own address of a number, or null where it has no country code to go by. */
export function whatsappLink(number: string): string | null {
  const digits = number.replace(/\D/g, "");
  return number.trim().startsWith("+") && digits.length >= 8 ? `https://wa.me/${digits}` : null;
}

export const mailLink = (email: string) => `mailto:${encodeURIComponent(email).replace("%40", "@")}`;
