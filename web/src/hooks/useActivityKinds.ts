import { type ActivityKind_KindFragment, useActivityKindsQuery } from "./reference.generated.ts";

export type ActivityKind = ActivityKind_KindFragment;

/** The business's own kinds of activities by name, archived ones too; empty until they are loaded. */
export function useActivityKinds({ skip = false }: { skip?: boolean } = {}): readonly ActivityKind[] {
  return useActivityKindsQuery({ skip }).data?.activityKinds ?? [];
}
