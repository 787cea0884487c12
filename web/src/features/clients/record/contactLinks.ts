/** `tel:` of a number, its spaces and brackets left out; with its extension, as RFC 3966 has it. */
export function callLink(number: string): string {
  const [main = "", extension] = number.split(";ext=");
  return `tel:${main.replace(/[^\d+*#]/g, "")}${extension ? `;ext=${extension}` : ""}`;
}

/** WhatsApp's own address of a number, or null where it has no country code to go by, or is an extension's. */
export function whatsappLink(number: string): string | null {
  const digits = number.replace(/\D/g, "");
  const isWhole = number.trim().startsWith("+") && !number.includes(";ext=");
  return isWhole && digits.length >= 8 ? `https://wa.me/${digits}` : null;
}

export const mailLink = (email: string) => `mailto:${encodeURIComponent(email).replace("%40", "@")}`;
