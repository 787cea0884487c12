import type { ComponentType } from "react";
import { expect, test } from "vitest";
import { render } from "../../../../test/render.tsx";
import type { EntryProps } from "../../../entries/entryComponents.ts";
import { clientEntries } from "./entries.tsx";

const entry = (own: object): EntryProps["entry"] =>
  ({
    id: "e1",
    automatic: true,
    occurredAt: "2026-11-01T10:00:00Z",
    editedAt: null,
    title: null,
    description: null,
    stage: null,
    summary: "In a line",
    viewerCanEdit: false,
    actor: { __typename: "User", id: "u1", name: "Ana" },
    tags: [],
    ...own,
  }) as unknown as EntryProps["entry"];

function Shown({ entry }: Pick<EntryProps, "entry">) {
  const Own = clientEntries[(entry as { __typename?: string }).__typename ?? ""] as ComponentType<EntryProps>;
  return <Own entry={entry} fresh={false} />;
}

const text = () => document.querySelector("article")?.textContent;

test("says which newsletter was joined [F116]", async () => {
  const own = { kind: "NEWSLETTER_CHANGED", list: "News", stateBefore: null, stateAfter: "SUBSCRIBED" };
  await render(<Shown entry={entry({ __typename: "NewsletterChangedEntry", ...own })} />);
  await expect.poll(text).toContain("News: not subscribed → Subscribed");
});

test.each([
  [null, "VIP", "Tags: + VIP"],
  ["VIP, Shop", null, "Tags: − VIP, Shop"],
  ["VIP", "Shop", "Tags: VIP → Shop"],
])("of tags it tells which came and which went, not that there were none [F96]", async (before, after, told) => {
  const changes = [{ field: "tags", label: "Tags", type: "tags", before, after }];
  const own = { __typename: "ClientEditedEntry", kind: "CLIENT_EDITED", changes };
  await render(<Shown entry={entry(own)} />);
  await expect.poll(text).toContain(told);
});

test("tells what changed of a contact, field by field [F192]", async () => {
  const changes = [
    { field: "name", label: "Name", type: "text", before: "Luz", after: "Luz Mora" },
    { field: "phone", label: "Phone", type: "phone", before: null, after: "+5072651234;ext=12" },
    { field: "position", label: "Position", type: "text", before: null, after: "Buyer" },
  ];
  const own = { kind: "CONTACT_EDITED", contact: { id: "k1", name: "Luz" }, changes };
  await render(<Shown entry={entry({ __typename: "ContactEntry", ...own })} />);
  await expect.poll(text).toContain("Contact edited: Luz");
  await expect.poll(text).toContain("NameLuz → Luz Mora");
  await expect.poll(text).toContain("Phoneempty → +507 265 1234 ext. 12");
  await expect.poll(text).toContain("Positionempty → Buyer");
});

test("tells why contact data was shown [F209]", async () => {
  const own = { kind: "CONTACT_DATA_REVEALED", reason: "To call back" };
  await render(<Shown entry={entry({ __typename: "ContactDataRevealedEntry", ...own })} />);
  await expect.poll(text).toContain("Contact data revealed: To call back");
});
