import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { type Answers, render } from "../../../../test/render.tsx";
import { SignedIn } from "../../../../test/signedIn.tsx";
import type { AppointmentInput } from "../../../generated/schema.ts";
import type { Appointment_AppointmentFragment } from "../appointments.generated.ts";
import { AppointmentForm } from "./AppointmentForm.tsx";

const appointment = {
  __typename: "Appointment",
  id: "a1",
  title: "Fair",
  startsAt: "2026-12-10T14:00:30Z",
  endsAt: "2026-12-12T22:00:00Z",
  timeZone: "UTC",
  place: "Hall",
  url: null,
  notes: null,
  remindMinutes: 15,
  cancelledAt: null,
  icsUrl: "/x.ics",
  version: 1,
  attendees: [{ __typename: "User", id: "u1", name: "Ana" }],
  contacts: [],
  client: { __typename: "Client", id: "c1", name: "Hotel" },
};
interface Sent {
  input: AppointmentInput;
  expectedVersion: number;
}

const others: Answers = {
  People: () => ({ data: { users: [], teams: [] } }),
  AppointmentContacts: () => ({ data: { client: { __typename: "Client", id: "c1", contacts: [] } } }),
};
const reread = (stored: object) => () => ({ data: { appointment: stored } });

/** The form over a server that holds the appointment; `theirs` is what somebody else has made of it meanwhile. */
async function open(start: Partial<typeof appointment> = {}, theirs: object | null = null) {
  const opened = { ...appointment, ...start };
  const stored = theirs ? { ...opened, ...theirs, version: 2 } : opened;
  const sent: Sent[] = [];
  const answer: Answers[string] = (variables) => {
    const { input, expectedVersion } = variables as unknown as Sent;
    sent.push({ input, expectedVersion });
    return expectedVersion === stored.version
      ? { data: { updateAppointment: stored } }
      : { data: null, errors: [{ message: "Changed", extensions: { code: "CONFLICT" } }] };
  };
  await render(
    <SignedIn>
      <AppointmentForm
        clientId="c1"
        at={null}
        appointment={opened as Appointment_AppointmentFragment}
        onClose={() => undefined}
      />
    </SignedIn>,
    { answers: { ...others, UpdateAppointment: answer, AppointmentPanel: reread(stored) } },
  );
  // By its key: the message of a former test may lie over the button.
  const save = () => userEvent.keyboard("{Control>}{Enter}{/Control}");
  return { sent, save };
}
const field = (name: string) => page.getByLabelText(new RegExp(`^${name}\\b`));

test("an appointment over days, with seconds, is shown whole, and a new title sends the title alone [F198]", async () => {
  const { sent, save } = await open();
  await expect.element(field("Ends on")).toHaveValue("2026-12-12");
  await expect.element(field("From")).toHaveValue("14:00:30");
  await field("Title").fill("Trade fair");
  await save();
  await expect.poll(() => sent).toEqual([{ input: { title: "Trade fair" }, expectedVersion: 1 }]);
});

test("one of exactly 24 hours can be saved, and one that ends before it starts cannot", async () => {
  const { sent, save } = await open();
  await field("Ends on").fill("2026-12-09");
  await save();
  await expect.element(page.getByText("It has to end after it starts")).toBeVisible();
  await field("Ends on").fill("2026-12-11");
  await field("To").fill("14:00:30");
  await save();
  await expect
    .poll(() => sent[0]?.input)
    .toEqual({ startsAt: "2026-12-10T14:00:30.000Z", endsAt: "2026-12-11T14:00:30.000Z" });
});

test("the second of two equal hours stays when the title is edited", async () => {
  const times = { startsAt: "2027-11-07T06:30:00Z", endsAt: "2027-11-07T06:45:00Z", timeZone: "America/New_York" };
  const { sent, save } = await open(times);
  await field("Title").fill("Second");
  await save();
  await expect.poll(() => sent[0]?.input).toEqual({ title: "Second" });
});

test("the day it ends follows the day it starts, and an earlier hour is the next day", async () => {
  await open({ startsAt: "2026-12-10T14:00:00Z", endsAt: "2026-12-10T15:00:00Z" });
  await field("Day").fill("2026-12-20");
  await expect.element(field("Ends on")).toHaveValue("2026-12-20");
  await field("To").fill("01:00");
  await expect.element(field("Ends on")).toHaveValue("2026-12-21");
  await field("To").fill("16:00");
  await expect.element(field("Ends on")).toHaveValue("2026-12-20");
});

for (const [starts, ends] of [
  ["22:30", "23:30"],
  ["23:00", "00:00"],
  ["23:30", "00:30"],
] as const)
  test(`a new one from ${starts} on, typed to end when it starts, is no day long unless that is chosen [F198]`, async () => {
    const sent: AppointmentInput[] = [];
    const create: Answers[string] = ({ input }) => {
      sent.push(input as AppointmentInput);
      return { data: { createAppointment: appointment } };
    };
    await render(
      <SignedIn>
        <AppointmentForm clientId="c1" at={`2026-12-10T${starts}`} appointment={undefined} onClose={() => undefined} />
      </SignedIn>,
      { answers: { ...others, CreateAppointment: create } },
    );
    await expect.element(field("To")).toHaveValue(ends);
    await field("Title").fill("Fair");
    await field("Day").fill("2026-12-20");
    await field("From").fill("10:00");
    await field("To").fill("10:00");
    await expect.element(field("Ends on")).toHaveValue("2026-12-20");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(page.getByText("It has to end after it starts")).toBeVisible();
    await field("Ends on").fill("2026-12-21");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect
      .poll(() => sent[0])
      .toMatchObject({ startsAt: "2026-12-20T10:00:00.000Z", endsAt: "2026-12-21T10:00:00.000Z" });
  });

test("one over midnight stays so on the clocks of its own zone, and its end typed as its start comes back to its day", async () => {
  // From 23:30 to 00:30 in Kathmandu, where UTC is at 17:45 and 18:45.
  const times = { startsAt: "2026-12-10T17:45:00Z", endsAt: "2026-12-10T18:45:00Z", timeZone: "Asia/Kathmandu" };
  const { sent, save } = await open(times);
  await expect.element(field("Ends on")).toHaveValue("2026-12-11");
  await field("To").fill("23:30");
  await expect.element(field("Ends on")).toHaveValue("2026-12-10");
  await field("To").fill("01:30");
  await save();
  await expect
    .poll(() => sent[0]?.input)
    .toEqual({ startsAt: "2026-12-10T17:45:00.000Z", endsAt: "2026-12-10T19:45:00.000Z" });
});

test("what somebody else changed of other fields stays, without a question", async () => {
  const { sent, save } = await open({}, { place: "Elsewhere" });
  await field("Title").fill("Mine");
  await save();
  await expect
    .poll(() => sent)
    .toEqual([
      { input: { title: "Mine" }, expectedVersion: 1 },
      { input: { title: "Mine" }, expectedVersion: 2 },
    ]);
});

test("where both changed the same, one chooses; going back loses nothing typed", async () => {
  const { sent, save } = await open({}, { title: "Theirs" });
  await field("Title").fill("Mine");
  await save();
  await page.getByRole("button", { name: "Back to editing" }).click();
  await expect.element(field("Title")).toHaveValue("Mine");
  await save();
  await page.getByRole("button", { name: "Save the choice" }).click();
  await expect.poll(() => sent.at(-1)).toEqual({ input: { title: "Mine" }, expectedVersion: 2 });
});
