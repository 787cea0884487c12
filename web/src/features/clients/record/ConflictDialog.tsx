import { type ClientFieldKey, clientFields } from "@clientela/shared/clients/fields";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ConflictChoice } from "../../../form/ConflictChoice.tsx";
import { useStore } from "../../../hooks/createStore.ts";
import { useCustomFields } from "../../../hooks/useCustomFields.ts";
import { usePhoneFormat } from "../../../i18n/phone.ts";
import { type ClientRecord, customKeyOf, type RecordKey } from "../clientValues.ts";
import { recordLabelOf, recordTextOf } from "../fieldTexts.ts";
import { type ConflictQuestion, conflictQuestions, leaveConflicts } from "./saveClient.ts";

/** Asks which value stays where two people changed the same field of a record. */
export function ConflictDialog() {
  const [question] = useStore(conflictQuestions);
  useEffect(() => leaveConflicts, []);
  return question && <Choice key={question.id} question={question} />;
}

function Choice({ question: { theirs, mine, keys, answer } }: { question: ConflictQuestion }) {
  const { i18n } = useTranslation();
  const { fields } = useCustomFields();
  const phone = usePhoneFormat();
  const textOf = (client: ClientRecord, key: RecordKey) => {
    const text = recordTextOf(i18n.language, client, key);
    const type = customKeyOf(key)
      ? fields.find((field) => field.key === customKeyOf(key))?.type
      : clientFields[key as ClientFieldKey].type;
    return type?.toLowerCase() === "phone" ? phone(text) : text;
  };
  const shown = keys.map((key) => ({
    key,
    label: recordLabelOf(key, mine.taxProfile.country, fields),
    theirs: textOf(theirs, key),
    mine: textOf(mine, key),
  }));
  return <ConflictChoice fields={shown} onAnswer={(kept) => answer(kept as RecordKey[] | null)} />;
}
