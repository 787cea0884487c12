import type { es } from "@clientela/shared/locales/es";

/** Keys of texts are checked by the compiler: a missing text is a type error. */
declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof es };
    returnNull: false;
  }
}
