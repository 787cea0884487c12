import Avatar from "@mui/material/Avatar";
import { Initials } from "../../components/Initials.tsx";

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
    <Initials name={name} />
  </Avatar>
);
