import { useController } from "react-hook-form";
import { TagPicker } from "../../../components/TagPicker.tsx";
import { useTags } from "../../../hooks/useTags.ts";

/** The client's tags in the form around it: picked, or made while typing [F35]. */
export function TagsInput({ label }: { label: string }) {
  const { field } = useController({ name: "tagIds" });
  const { tags } = useTags();
  const ids = (field.value ?? []) as string[];
  const chosen = ids.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
  return <TagPicker label={label} value={chosen} onChange={(next) => field.onChange(next.map(({ id }) => id))} />;
}
