import { useNow } from "../hooks/useNow.ts";
import { useFormats } from "../i18n/format.ts";

/** A moment as people say it within a week, with the exact one on hover. `value` is ISO 8601. */
export function RelativeTime({ value }: { value: string }) {
  const formats = useFormats();
  const now = useNow();
  return (
    <time dateTime={value} title={formats.exact(value)}>
      {formats.relative(value, now)}
    </time>
  );
}
