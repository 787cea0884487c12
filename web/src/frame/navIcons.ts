import ClientsIcon from "@mui/icons-material/BusinessOutlined";
import TasksIcon from "@mui/icons-material/CheckBoxOutlined";
import ContactsIcon from "@mui/icons-material/ContactsOutlined";
import ActivityKindsIcon from "@mui/icons-material/EditNoteOutlined";
import TeamIcon from "@mui/icons-material/GroupsOutlined";
import HomeIcon from "@mui/icons-material/HomeOutlined";
import ApiKeysIcon from "@mui/icons-material/KeyOutlined";
import FieldsIcon from "@mui/icons-material/ListAltOutlined";
import TagsIcon from "@mui/icons-material/LocalOfferOutlined";
import OutboxIcon from "@mui/icons-material/OutboxOutlined";
import AccountIcon from "@mui/icons-material/PersonOutlined";
import ListsIcon from "@mui/icons-material/PlaylistAddCheckOutlined";
import SettingsIcon from "@mui/icons-material/SettingsOutlined";

/** The signs of the sidebar's links. They come with the frame; a feature names its own. */
export const navIcons = {
  home: HomeIcon,
  clients: ClientsIcon,
  tasks: TasksIcon,
  contacts: ContactsIcon,
  settings: SettingsIcon,
  team: TeamIcon,
  fields: FieldsIcon,
  lists: ListsIcon,
  tags: TagsIcon,
  activityKinds: ActivityKindsIcon,
  keys: ApiKeysIcon,
  outbox: OutboxIcon,
  account: AccountIcon,
};
export type NavIcon = keyof typeof navIcons;
