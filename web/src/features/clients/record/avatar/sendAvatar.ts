import { currentLanguage } from "../../../../i18n/i18n.ts";

/** The formats that the server makes a picture of; it refuses any other. */
export const pictureTypes = "image/jpeg,image/png,image/webp,image/gif,image/avif";

/** Gives a client a picture, or takes it away. @throws Error with what the server says of it */
export async function sendAvatar(clientId: string, picture: File | null): Promise<void> {
  const response = await fetch(`/files/avatars/${clientId}`, {
    method: picture ? "PUT" : "DELETE",
    headers: { "X-Requested-With": "clientela", "Accept-Language": currentLanguage() },
    body: picture,
  });
  if (response.ok) return;
  const refused = (await response.json().catch(() => null)) as { errors?: Refusal[] } | null;
  throw Object.assign(new Error(refused?.errors?.[0]?.message ?? response.statusText), refused);
}

interface Refusal {
  message: string;
}
