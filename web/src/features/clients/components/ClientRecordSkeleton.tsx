import { useFragment } from "@apollo/client/react";
import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { ClientHead_ClientFragmentDoc } from "../clients.generated.ts";
import { StatusDot } from "./StatusDot.tsx";

/** A record on its way; name and status are there at once for whoever comes from the list. */
export function ClientRecordSkeleton({ id }: { id: string }) {
  const known = useFragment({
    fragment: ClientHead_ClientFragmentDoc,
    fragmentName: "ClientHead_client",
    from: { __typename: "Client", id },
  });
  const row = known.dataState === "complete" ? known.data : null;
  return (
    <>
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          gap: 1.5,
          minHeight: 56,
          px: { xs: 2, md: 2.5 },
          borderBottom: 1,
          borderColor: "divider",
        }}
      >
        <Typography variant="h1">{row?.name ?? <Skeleton width={220} />}</Typography>
        {row && <StatusDot status={row.status} />}
      </Box>
      <Box aria-hidden sx={{ display: "grid", gridTemplateColumns: { xs: "1fr", md: "280px 1fr" }, gap: 3, p: 2.5 }}>
        {["left", "middle"].map((column) => (
          <Box key={column} sx={{ display: "grid", gap: 1, alignContent: "start" }}>
            {[70, 85, 60, 90, 75, 65].map((width) => (
              <Skeleton key={width} height={24} width={`${width}%`} />
            ))}
          </Box>
        ))}
      </Box>
    </>
  );
}
