import i18next from "i18next";

/** A file that has arrived. */
export interface UploadedFile {
  id: string;
  name: string;
  /** In bytes. */
  size: number;
  previewUrl?: string | null | undefined;
}

/** Why a file did not arrive, in the person's words. */
export class UploadError extends Error {
  constructor(
    message: string,
    /** Stopped by the person. */
    readonly aborted = false,
  ) {
    super(message);
  }
}

/** A file on its way. */
export interface Upload {
  /** Rejects with an UploadError. */
  done: Promise<UploadedFile>;
  abort(): void;
}

interface UploadOptions {
  clientId: string;
  file: File;
  waits: boolean;
  language: string;
  /** @param progress from 0 to 1 */
  onProgress: (progress: number) => void;
}

/** Sends a file as it is. An XMLHttpRequest, for `fetch` does not tell how much has been sent. */
export function uploadFile({ clientId, file, waits, language, onProgress }: UploadOptions): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<UploadedFile>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as UploadedFile);
      else reject(new UploadError(refusalOf(request)));
    };
    // A server that stops reading may also close the connection.
    request.onerror = () => reject(new UploadError(i18next.t("problem.unreachable")));
    request.onabort = () => reject(new UploadError("", true));
  });
  const query = new URLSearchParams({ name: file.name || "image.png", ...(waits && { waits: "" }) });
  request.open("PUT", `/files/clients/${clientId}?${query.toString()}`);
  request.setRequestHeader("X-Requested-With", "Clientela");
  request.setRequestHeader("Accept-Language", language);
  request.send(file);
  return { done, abort: () => request.abort() };
}

/** What the server said, in the form that GraphQL gives its errors. */
function refusalOf({ responseText }: XMLHttpRequest): string {
  try {
    const { errors } = JSON.parse(responseText) as {
      errors: { message: string; extensions?: { fields?: { message: string }[] } }[];
    };
    return errors[0]?.extensions?.fields?.[0]?.message ?? errors[0]?.message ?? i18next.t("problem.unknown");
  } catch {
    return i18next.t("problem.unknown");
  }
}
