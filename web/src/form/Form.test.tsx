import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { emailRules } from "@clientela/shared/people/rules";
import { requiredText } from "@clientela/shared/validation";
import { beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { z } from "zod";
import { render } from "../../test/render.tsx";
import { Form } from "./Form.tsx";
import { FormActions } from "./FormActions.tsx";
import { PasswordInput } from "./PasswordInput.tsx";
import { TextInput } from "./TextInput.tsx";
import { leavesParameter } from "./unsaved.ts";
import { useRulesForm } from "./useRulesForm.ts";

const rules = z.object({ name: requiredText(5), email: emailRules, password: z.string() });
type Values = z.output<typeof rules>;

function Sample({ save, onSaved }: { save: (values: Values) => Promise<unknown>; onSaved?: () => void }) {
  const form = useRulesForm({
    rules,
    defaultValues: { name: "", email: "", password: "" },
    draftKey: "sample",
    secret: ["password"],
    leaves: leavesParameter("open"),
  });
  return (
    <Form form={form} label="Sample" save={save} onSaved={onSaved}>
      <TextInput name="name" label="Name" required />
      <TextInput name="email" label="E-mail" />
      <PasswordInput name="password" label="Password" autoComplete="new-password" />
      <FormActions submitLabel="Save it" />
    </Form>
  );
}

const withHidden = z.object({ name: requiredText(5), hidden: z.object({ secret: requiredText(5) }) });
function Hiding() {
  const form = useRulesForm({ rules: withHidden, defaultValues: { name: "", hidden: { secret: "" } } });
  return (
    <Form
      form={form}
      label="Hiding"
      save={async () => {}}
      nameOf={(path) => (path === "hidden.secret" ? "Secret" : undefined)}
    >
      <TextInput name="name" label="Name" required />
      <div hidden>
        <TextInput name="hidden.secret" label="Hidden one" />
      </div>
      <FormActions submitLabel="Save it" />
    </Form>
  );
}

const name = page.getByLabelText(/^Name/);
const email = page.getByLabelText("E-mail");
const refusal = (extensions: object) =>
  new CombinedGraphQLErrors({ errors: [{ message: "Check the marked fields", extensions: { ...extensions } }] });

beforeEach(() => sessionStorage.clear());

test("says what is wrong beside the fields and goes to the first", async () => {
  const save = vi.fn(async () => {});
  await render(<Sample save={save} />);
  await name.fill("too long a name");
  await email.fill("nobody");
  await page.getByRole("button", { name: "Save it" }).click();
  await expect.element(page.getByText("At most 5 characters")).toBeVisible();
  await expect.element(page.getByText("Does not look like an e-mail address")).toBeVisible();
  await expect.element(name).toHaveFocus();
  await expect.element(name).toHaveAccessibleDescription("At most 5 characters");
  expect(save).not.toHaveBeenCalled();
});

test("Ctrl+Enter saves what the rules make of the values", async () => {
  const save = vi.fn(async (_values: Values) => {});
  await render(<Sample save={save} />);
  await name.fill("  Ana ");
  await email.fill("ana@example.com");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.poll(() => save.mock.calls[0]?.[0]).toEqual({ name: "Ana", email: "ana@example.com", password: "" });
});

test("a refusal of the server lands beside its field, and nothing typed is lost", async () => {
  const fields = [{ path: "email", message: "Somebody has it already" }];
  await render(<Sample save={() => Promise.reject(refusal({ code: "BAD_USER_INPUT", fields }))} />);
  await name.fill("Ana");
  await email.fill("ana@example.com");
  await page.getByRole("button", { name: "Save it" }).click();
  await expect.element(email).toHaveAccessibleDescription("Somebody has it already");
  await expect.element(email).toHaveFocus();
  await expect.element(name).toHaveValue("Ana");
});

test("a refusal that names no field of the form is told above it", async () => {
  const fields = [{ path: "other", message: "Not this way" }];
  await render(<Sample save={() => Promise.reject(refusal({ code: "BAD_USER_INPUT", fields }))} />);
  await name.fill("Ana");
  await email.fill("ana@example.com");
  await page.getByRole("button", { name: "Save it" }).click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("other: Not this way");
});

test("what is wrong with a field that is not shown is said above the others, by its name, and gets the focus", async () => {
  await render(<Hiding />);
  await page.getByRole("button", { name: "Save it" }).click();
  await expect.element(name).toHaveFocus();
  await expect.element(page.getByRole("alert")).toHaveTextContent("Secret: This is needed");
  await name.fill("Ana");
  await page.getByRole("button", { name: "Save it" }).click();
  await expect.element(page.getByRole("alert")).toHaveFocus();
  await expect.element(page.getByRole("alert")).toHaveTextContent("Secret: This is needed");
});

test("what the server says of a field that is not among the form's is said above them and gets the focus", async () => {
  const fields = [
    { path: "other.0.country", message: "No such country" },
    { path: "email", message: "Somebody has it already" },
  ];
  await render(<Sample save={() => Promise.reject(refusal({ code: "BAD_USER_INPUT", fields }))} />);
  await name.fill("Ana");
  await email.fill("ana@example.com");
  await page.getByRole("button", { name: "Save it" }).click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("other.0.country: No such country");
  await expect.element(email).toHaveFocus();
  fields.pop();
  await page.getByRole("button", { name: "Save it" }).click();
  await expect.element(page.getByRole("alert")).toHaveFocus();
});

test("a server out of reach is told as that", async () => {
  await render(<Sample save={() => Promise.reject(new TypeError("Failed to fetch"))} />);
  await name.fill("Ana");
  await email.fill("ana@example.com");
  await page.getByRole("button", { name: "Save it" }).click();
  await expect
    .element(page.getByRole("alert"))
    .toHaveTextContent("Not saved: the server cannot be reached. What you typed is still here");
});

test("what was typed is kept as a draft without its secrets, and can be discarded", async () => {
  sessionStorage.setItem("clientela.draft.nobody.sample", JSON.stringify({ name: "Ana", email: "half@" }));
  await render(<Sample save={async () => {}} />);
  await expect.element(name).toHaveValue("Ana");
  await page.getByLabelText(/^Password/).fill("secret horse");
  await email.fill("half@way");
  await expect.poll(() => sessionStorage.getItem("clientela.draft.nobody.sample")).toContain("half@way");
  expect(sessionStorage.getItem("clientela.draft.nobody.sample")).not.toContain("secret horse");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect.element(name).toHaveValue("");
  expect(sessionStorage.getItem("clientela.draft.nobody.sample")).toBeNull();
});

test("leaving unsaved work asks; after saving it does not", async () => {
  const { router } = await render(<Sample save={async () => {}} onSaved={() => void router.navigate("/?saved")} />, {
    path: "/?open=1",
  });
  await name.fill("Ana");
  await router.navigate("/");
  await page.getByRole("button", { name: "Keep editing" }).click();
  expect(router.state.location.search).toBe("?open=1");
  await email.fill("ana@example.com");
  await page.getByRole("button", { name: "Save it" }).click();
  await expect.poll(() => router.state.location.search).toBe("?saved");
  expect(sessionStorage.getItem("clientela.draft.nobody.sample")).toBeNull();
});
