import Avatar from "@mui/material/Avatar";
import Box from "@mui/material/Box";

interface ClientAvatarProps {
  client: { name: string; avatarUrl: string | null };
  /** In pixels. */
  size: number;
}

/** A client's picture, or its initials. It says nothing that the name does not. */
export const ClientAvatar = ({ client: { name, avatarUrl }, size }: ClientAvatarProps) => (
  <Avatar
    aria-hidden
    variant="rounded"
    {...(avatarUrl && { src: avatarUrl, slotProps: { img: { alt: "", loading: "lazy", draggable: false } } })}
    sx={{
      width: size,
      height: size,
      fontSize: size * 0.4,
      fontWeight: 600,
      bgcolor: "action.selected",
      color: "text.secondary",
      flexShrink: 0,
    }}
  >
    {/* Drawn, not written: as text they would be a name that the button around them does not have. */}
    <Box component="span" sx={{ "&::before": { content: "attr(data-initials)" } }} data-initials={initialsOf(name)} />
  </Avatar>
);

/** The first letters of the first two words: `Distribuidora Pérez` → `DP`. */
function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => [...word][0])
    .join("")
    .toLocaleUpperCase();
}
