export interface EditorProps {
  clientId: string;
  html: string;
  onChange: (html: string) => void;
  /** Pasted or dropped files. */
  onFiles: (files: File[]) => void;
  onAttach: () => void;
  onSubmit: () => void;
  label: string;
  placeholder: string;
  invalid: boolean;
  describedBy: string;
  rows: number;
  autoFocus: boolean;
}

/** What stood in the plain field when the tools came, to the last space, and what of it was selected. */
export interface BegunText {
  text: string;
  selection: [from: number, to: number];
}
