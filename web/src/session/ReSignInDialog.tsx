import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sessionEnded } from "../apollo/reSignIn.ts";
import { textOfProblem } from "../feedback/problem.ts";
import { PasswordField } from "../form/PasswordField.tsx";
import { useStore } from "../hooks/createStore.ts";
import { useSignInAgainMutation } from "./session.generated.ts";
import { useViewer } from "./useSession.ts";
import { leave } from "./useSignOut.ts";

/** Over the page when the session ended under the person's hands; once signed in again, everything goes on. */
export function ReSignInDialog() {
  const ended = useStore(sessionEnded);
  return ended ? <OpenDialog /> : null;
}

function OpenDialog() {
  const { t } = useTranslation();
  const { user } = useViewer();
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string>();
  const [signIn, { loading }] = useSignInAgainMutation();

  async function goOn() {
    if (!password) {
      setProblem(t("signIn.passwordNeeded"));
      return;
    }
    try {
      await signIn({ variables: { email: user.email, password } });
      sessionEnded.set(false);
    } catch (error) {
      setProblem(textOfProblem(error));
    }
  }

  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="re-sign-in-title">
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!loading) void goOn();
        }}
      >
        <DialogTitle id="re-sign-in-title">{t("reSignIn.title")}</DialogTitle>
        <DialogContent sx={{ display: "grid", gap: 2 }}>
          <DialogContentText>{t("reSignIn.text")}</DialogContentText>
          {problem && (
            <Alert severity="error" role="alert">
              {problem}
            </Alert>
          )}
          <input type="hidden" name="username" autoComplete="username" value={user.email} readOnly />
          <PasswordField
            label={t("signIn.password")}
            name="password"
            autoComplete="current-password"
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => leave(location.pathname + location.search)}>{t("reSignIn.leave")}</Button>
          <Button type="submit" variant="contained" aria-busy={loading}>
            {t("reSignIn.submit")}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
