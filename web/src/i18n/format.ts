import { type Formats, formatsOf } from "@clientela/shared/formats";
import { useTranslation } from "react-i18next";
import { useSettings } from "../session/useSession.ts";
import { localeOf } from "./i18n.ts";

/** The formats of the person's language and the business's time zone. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return formatsOf(localeOf(i18n.language), useSettings()?.timeZone);
}
