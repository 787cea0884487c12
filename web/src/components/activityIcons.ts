import type { ActivityIcon } from "@clientela/shared/timeline/rules";
import BuildOutlined from "@mui/icons-material/BuildOutlined";
import CardGiftcardOutlined from "@mui/icons-material/CardGiftcardOutlined";
import CoPresentOutlined from "@mui/icons-material/CoPresentOutlined";
import DescriptionOutlined from "@mui/icons-material/DescriptionOutlined";
import DirectionsCarOutlined from "@mui/icons-material/DirectionsCarOutlined";
import FlagOutlined from "@mui/icons-material/FlagOutlined";
import LocalShippingOutlined from "@mui/icons-material/LocalShippingOutlined";
import PaymentsOutlined from "@mui/icons-material/PaymentsOutlined";
import PhotoCameraOutlined from "@mui/icons-material/PhotoCameraOutlined";
import SchoolOutlined from "@mui/icons-material/SchoolOutlined";
import StarOutlined from "@mui/icons-material/StarOutlined";
import SupportOutlined from "@mui/icons-material/SupportOutlined";
import type { SvgIconProps } from "@mui/material/SvgIcon";
import type { ComponentType } from "react";

const icons: Record<ActivityIcon, ComponentType<SvgIconProps>> = {
  star: StarOutlined,
  visit: DirectionsCarOutlined,
  demo: CoPresentOutlined,
  delivery: LocalShippingOutlined,
  support: SupportOutlined,
  training: SchoolOutlined,
  contract: DescriptionOutlined,
  payment: PaymentsOutlined,
  gift: CardGiftcardOutlined,
  photo: PhotoCameraOutlined,
  tool: BuildOutlined,
  flag: FlagOutlined,
};

/** The picture of a kind of activity of the business's own. */
export const activityIconOf = (name: string): ComponentType<SvgIconProps> =>
  icons[name as ActivityIcon] ?? StarOutlined;
