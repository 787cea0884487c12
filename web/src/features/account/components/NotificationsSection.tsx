import Checkbox from "@mui/material/Checkbox";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../../components/Loaded.tsx";
import { Section } from "../../../components/Section.tsx";
import { TableSkeleton } from "../../../components/TableSkeleton.tsx";
import { toastProblem } from "../../../feedback/problem.ts";
import {
  type PreferenceRow_PreferenceFragment,
  useNotificationPreferencesQuery,
  useSetNotificationPreferenceMutation,
} from "../account.generated.ts";

const channels = ["inApp", "email"] as const;

/** What I want to be told of, and how; each tick is saved at once. */
export function NotificationsSection() {
  const { t } = useTranslation();
  const query = useNotificationPreferencesQuery();
  return (
    <Section title={t("notifications.preferences")} intro={t("notifications.preferencesExplain")}>
      <Loaded query={query} skeleton={<TableSkeleton rows={6} height={43} />}>
        {({ notificationPreferences }) => (
          <Table>
            <TableHead>
              <TableRow>
                <TableCell component="td" sx={{ width: "100%", pl: { xs: 0, sm: 1.5 } }} />
                {channels.map((channel) => (
                  <TableCell key={channel} align="center" sx={{ width: { sm: 120 } }}>
                    {t(`notifications.${channel}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {notificationPreferences.map((preference) => (
                <PreferenceRow key={preference.kind} preference={preference} />
              ))}
            </TableBody>
          </Table>
        )}
      </Loaded>
    </Section>
  );
}

function PreferenceRow({ preference }: { preference: PreferenceRow_PreferenceFragment }) {
  const { t } = useTranslation();
  const [save] = useSetNotificationPreferenceMutation();
  const kind = t(`notifications.kind.${preference.kind}`);

  async function change(next: PreferenceRow_PreferenceFragment) {
    try {
      await save({
        variables: { kind: next.kind, inApp: next.inApp, email: next.email },
        optimisticResponse: { setNotificationPreference: next },
      });
    } catch (error) {
      toastProblem(error);
    }
  }

  return (
    <TableRow>
      <TableCell sx={{ pl: { xs: 0, sm: 1.5 } }}>{kind}</TableCell>
      {channels.map((channel) => (
        <TableCell key={channel} align="center" sx={{ py: 0.25 }}>
          <Checkbox
            checked={preference[channel]}
            onChange={() => void change({ ...preference, [channel]: !preference[channel] })}
            slotProps={{ input: { "aria-label": t(`notifications.${channel}Label`, { kind }) } }}
          />
        </TableCell>
      ))}
    </TableRow>
  );
}
