import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { tellCrash, useCrashTexts } from "./crash.ts";

interface PartProps {
  /** What the log calls it. */
  name: string;
  children: ReactNode;
}

/** A part of a page that may break by itself: the rest of the page stays, and the part can be tried again. */
export class Part extends Component<PartProps, { broken?: { error: unknown } }> {
  override state: { broken?: { error: unknown } } = {};

  static getDerivedStateFromError(error: unknown) {
    return { broken: { error } };
  }

  override componentDidCatch(error: unknown) {
    tellCrash(error, this.props.name);
  }

  override render() {
    const { broken } = this.state;
    if (!broken) return this.props.children;
    return <BrokenPart error={broken.error} onRetry={() => this.setState({ broken: undefined })} />;
  }
}

function BrokenPart({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const { title, explanation, message } = useCrashTexts(error);
  return (
    <Alert
      severity="warning"
      sx={{ m: 2 }}
      action={
        // Code that did not come is not asked for again by the browser before a reload.
        <Button color="inherit" size="small" onClick={message ? onRetry : () => location.reload()}>
          {message ? t("crash.retry") : t("crash.reload")}
        </Button>
      }
    >
      {message ? t("crash.part") : `${title}. ${explanation}`}
    </Alert>
  );
}
