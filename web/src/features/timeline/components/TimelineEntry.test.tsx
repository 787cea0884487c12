import { expect, test } from "vitest";
import { render } from "../../../../test/render.tsx";
import type { Entry } from "../useTimeline.ts";
import { TimelineEntry } from "./TimelineEntry.tsx";

const entry = (own: object): Entry =>
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
  }) as unknown as Entry;

const text = () => document.querySelector("article")?.textContent;

test("says which newsletter was joined [F116]", async () => {
  const own = { kind: "NEWSLETTER_CHANGED", list: "News", stateBefore: null, stateAfter: "SUBSCRIBED" };
  await render(
    <TimelineEntry clientId="c1" fresh={false} entry={entry({ __typename: "NewsletterChangedEntry", ...own })} />,
  );
  await expect.poll(text).toContain("News: not subscribed → Subscribed");
});

test("tells what changed of a contact, field by field [F192]", async () => {
  const changes = [{ field: "position", label: "Position", before: null, after: "Buyer" }];
  const own = { kind: "CONTACT_EDITED", contact: { id: "k1", name: "Luz" }, changes };
  await render(<TimelineEntry clientId="c1" fresh={false} entry={entry({ __typename: "ContactEntry", ...own })} />);
  await expect.poll(text).toContain("Contact edited: Luz");
  await expect.poll(text).toContain("Positionempty → Buyer");
});

test("tells why contact data was shown [F209]", async () => {
  const own = { kind: "CONTACT_DATA_REVEALED", reason: "To call back" };
  await render(
    <TimelineEntry clientId="c1" fresh={false} entry={entry({ __typename: "ContactDataRevealedEntry", ...own })} />,
  );
  await expect.poll(text).toContain("Contact data revealed: To call back");
});
