import { tagColorNames, tagColors } from "@clientela/shared/tags/palette";
import { useTranslation } from "react-i18next";

/** Says a colour of a tag or a kind: by its name in the palette, or as a program has given it. */
export function useColorNameOf(): (color: string) => string {
  const { t } = useTranslation();
  return (color) => {
    const name = tagColorNames.find((each) => tagColors[each] === color.toLowerCase());
    return name ? t(`tags.color.${name}`) : color;
  };
}
