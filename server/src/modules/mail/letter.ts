import type { Translate } from "../../core/text.ts";

/** What an e-mail says, before it has a form. */
export interface Letter {
  subject: string;
  greeting?: string;
  paragraphs: string[];
  action?: { label: string; url: string };
  /** In small print, such as until when a link works. */
  note?: string;
}

/** An e-mail in the one form that all have: plain text and HTML that say the same, nothing fetched, nothing counted. */
export function write(letter: Letter, businessName: string, translate: Translate, language: string) {
  const { greeting, paragraphs, action, note } = letter;
  const footer = translate("mail.footer", { business: businessName });
  const body = [...(greeting ? [greeting] : []), ...paragraphs];
  return {
    subject: oneLine(letter.subject),
    text: [...body, ...(action ? [`${action.label}:\n${action.url}`] : []), ...(note ? [note] : []), `--\n${footer}`]
      .map((part) => part.trim())
      .join("\n\n"),
    html: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 24px;font-weight:600">${escaped(businessName)}</p>
${body.map((part) => `<p style="margin:0 0 16px">${escaped(part)}</p>`).join("\n")}
${action ? `<p style="margin:24px 0"><a href="${escaped(action.url)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#1f5eff;color:#ffffff;text-decoration:none;font-weight:600">${escaped(action.label)}</a></p>\n<p style="margin:0 0 16px;font-size:13px;overflow-wrap:anywhere">${escaped(action.url)}</p>` : ""}
${note ? `<p style="margin:0 0 16px;font-size:13px">${escaped(note)}</p>` : ""}
<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #8884;font-size:13px">${escaped(footer)}</p>
</div>
</body></html>
`,
  };
}

/** No name may begin a header of its own. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 200);

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] as string);
