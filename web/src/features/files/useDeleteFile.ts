import { useTranslation } from "react-i18next";
import { toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import {
  ClientFilesDocument,
  type FileRow_FileFragment,
  useDeleteClientFileMutation,
  useRestoreClientFileMutation,
} from "./files.generated.ts";

/** Deletes a client's file, and offers to put it back. */
export function useDeleteFile(): (file: FileRow_FileFragment) => Promise<void> {
  const { t } = useTranslation();
  const refetchQueries = [ClientFilesDocument];
  const [remove] = useDeleteClientFileMutation({ refetchQueries });
  const [bringBack] = useRestoreClientFileMutation({ refetchQueries });
  const restore = async (id: string) => {
    try {
      await bringBack({ variables: { id } });
    } catch (error) {
      toastProblem(error, () => void restore(id));
    }
  };
  return async (file) => {
    const { id, name } = file;
    try {
      await remove({
        variables: { id },
        update: (cache) => {
          cache.evict({ id: cache.identify({ ...file }) as string });
        },
      });
      toast(t("files.deleted", { name }), { action: { label: t("common.undo"), run: () => void restore(id) } });
    } catch (error) {
      toastProblem(error);
    }
  };
}
