import { useEffect, useEffectEvent, useRef, useState } from "react";
import { currentLanguage } from "../i18n/i18n.ts";
import { type Upload, type UploadError, type UploadedFile, uploadFile } from "./uploadFile.ts";

/** A file on its way to the server. */
export interface Sending {
  key: number;
  name: string;
  /** From 0 to 1. */
  progress: number;
  /** Why it did not arrive, in the person's words. */
  problem: string | null;
  /** Stops it, or puts a failed one away. */
  cancel: () => void;
  retry: () => void;
}

interface UploadsOptions {
  clientId: string;
  /** For an activity that is not saved yet, rather than for the record itself. */
  waits: boolean;
  onUploaded: (file: UploadedFile) => void;
  /** Told of each upload, so that a form that needs the file can wait. */
  track?: (work: Promise<unknown>) => void;
}

/** Uploads files, several at once, each with its progress and a way to stop it. */
export function useUploads({ clientId, waits, onUploaded, track }: UploadsOptions) {
  const [sending, setSending] = useState<Sending[]>([]);
  const running = useRef(new Set<Upload>());
  const last = useRef(0);
  const change = (key: number, part: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const drop = (key: number) => setSending((all) => all.filter((each) => each.key !== key));

  const start = (file: File, key: number) => {
    const upload = uploadFile({
      clientId,
      file,
      waits,
      language: currentLanguage(),
      onProgress: (progress) => change(key, { progress }),
    });
    running.current.add(upload);
    const cancel = () => {
      upload.abort();
      drop(key);
    };
    change(key, { progress: 0, problem: null, cancel });
    const work = upload.done
      .then((uploaded) => {
        drop(key);
        onUploaded(uploaded);
      })
      .catch((error: UploadError) => {
        if (error.aborted) return;
        change(key, { problem: error.message, cancel: () => drop(key) });
        throw error;
      })
      .finally(() => running.current.delete(upload));
    track?.(work);
    // The failure is shown here; code that waits for the upload still gets it.
    work.catch(() => undefined);
  };
  const add = (files: Iterable<File>) => {
    for (const file of files) {
      last.current += 1;
      const key = last.current;
      const retry = () => start(file, key);
      setSending((all) => [
        ...all,
        { key, name: file.name, progress: 0, problem: null, cancel: () => undefined, retry },
      ]);
      start(file, key);
    }
  };
  const stopAll = useEffectEvent(() => {
    for (const upload of running.current) upload.abort();
  });
  useEffect(() => () => stopAll(), []);
  return { sending, add };
}
