import { countryName, languageName } from "@clientela/shared/names";

/** ISO 3166-1 alpha-2, without Antarctica and uninhabited islands. */
export const countryCodes =
  "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW".split(
    " ",
  );
/** The languages offered; any other BCP 47 code a client already has is kept and shown. */
const languageCodes =
  "es en pt fr de it ca eu gl nl pl ro sv da nb fi cs sk hu el bg hr sr sl uk ru tr ar he fa hi bn ur zh ja ko vi th id ms tl sw".split(
    " ",
  );

export interface Choice {
  value: string;
  label: string;
}

/** Countries by name in the reader's language. */
export const countryChoices = (language: string): Choice[] => named(countryCodes, language, countryName);

/** Languages by name in the reader's language. */
export const languageChoices = (language: string): Choice[] => named(languageCodes, language, languageName);

const cache = new Map<string, Choice[]>();
function named(codes: string[], language: string, nameOfCode: (code: string, language: string) => string): Choice[] {
  const key = `${language} ${codes.length}`;
  const known = cache.get(key);
  if (known) return known;
  const choices = codes
    .map((value) => ({ value, label: nameOfCode(value, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  cache.set(key, choices);
  return choices;
}
