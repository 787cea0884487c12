import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";

/** One related thing and the way to all of them, while they are on their way. */
export const RelatedSkeleton = () => (
  <Box aria-hidden sx={{ pb: 0.5 }}>
    <Skeleton width="80%" height={24} />
    <Skeleton width="40%" height={24} />
  </Box>
);
