import { formsOfAddress, type Language } from './languages';

/** A form in which a language addresses people; `none` where it knows one way only. */
export type FormOfAddress<L extends Language = Language> = L extends Language
  ? (typeof formsOfAddress)[L] extends readonly []
    ? 'none'
    : (typeof formsOfAddress)[L][number]
  : never;

/** The form that a culture profile keeps. It is the French one, and stands for familiar or formal in every language. */
export type KeptAddress = FormOfAddress<'fr'>;

/** The form of address that a culture asks for, in a language: what texts choose their words by. */
export function formOfAddress<L extends Language>(language: L, kept: KeptAddress): FormOfAddress<L> {
  const forms: readonly string[] = formsOfAddress[language];
  return (forms[formsOfAddress.fr.indexOf(kept)] ?? 'none') as FormOfAddress<L>;
}
