import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { Message } from "../components/Message.tsx";
import { Section } from "../components/Section.tsx";

interface SettingsListProps {
  /** How many there are. */
  count: number;
  title: string;
  intro: string;
  /** In place of the list where there is none. */
  empty: { title: string; text: string };
  create: { label: string; run: () => void };
  children: ReactNode;
}

/** What a business names itself, under its heading, with the button for another; or what such things are for. */
export function SettingsList({ count, title, intro, empty, create, children }: SettingsListProps) {
  const button = (
    <Button variant="contained" onClick={create.run}>
      {create.label}
    </Button>
  );
  return count === 0 ? (
    <Message title={empty.title} actions={button}>
      {empty.text}
    </Message>
  ) : (
    <Section title={title} intro={intro} actions={button}>
      {children}
    </Section>
  );
}
