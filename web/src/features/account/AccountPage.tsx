import { PageBody } from "../../components/PageBody.tsx";
import { AppearanceSection } from "./components/AppearanceSection.tsx";
import { CalendarSection } from "./components/CalendarSection.tsx";
import { NotificationsSection } from "./components/NotificationsSection.tsx";
import { PasswordSection } from "./components/PasswordSection.tsx";
import { ProfileSection } from "./components/ProfileSection.tsx";
import { SessionsSection } from "./components/SessionsSection.tsx";

/** What is mine: name, language, theme, notifications, password, and where I am signed in. */
export function AccountPage() {
  return (
    <PageBody width={640}>
      <ProfileSection />
      <AppearanceSection />
      <CalendarSection />
      <NotificationsSection />
      <PasswordSection />
      <SessionsSection />
    </PageBody>
  );
}
