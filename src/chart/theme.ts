import type {Role} from "./figure.ts";

/** The colours by role; nothing outside this table has a colour. */
export interface Theme {
  readonly bg: string;
  /** Behind controls, the formula and the current view. */
  readonly panel: string;
  /** Headings and values. */
  readonly ink: string;
  /** Body and model names. */
  readonly ink2: string;
  /** Units, notes, ticks and context points; also whatever must reach 3:1 and is not text. */
  readonly ink3: string;
  /** Grid and rules between rows; never carries meaning alone. */
  readonly line: string;
  /** Axis; never carries meaning alone. */
  readonly line2: string;
  /** Behind an interval strip. */
  readonly zone: string;
  readonly warn: string;
  readonly focus: string;
  readonly reference: string;
  readonly subject: string;
  readonly rival1: string;
  readonly rival2: string;
  readonly rival3: string;
}

export type Token = keyof Theme;

export const lightTheme: Theme = {
  bg: "#FFFFFF",
  panel: "#F7F8F9",
  ink: "#11161C",
  ink2: "#3D4650",
  ink3: "#5B6470",
  line: "#E6E9EC",
  line2: "#B4BBC3",
  zone: "#11161C14",
  warn: "#A15C00",
  focus: "#1F5FD6",
  reference: "#0B2C5A",
  subject: "#D1441A",
  rival1: "#00756A",
  rival2: "#8A35B0",
  rival3: "#5F4300"
};

export const darkTheme: Theme = {
  bg: "#0F1318",
  panel: "#161B21",
  ink: "#E8ECF0",
  ink2: "#B9C1C9",
  ink3: "#9AA4AF",
  line: "#232A31",
  line2: "#4A545F",
  zone: "#E8ECF01F",
  warn: "#E0B050",
  focus: "#7FB0FF",
  reference: "#9DBDF5",
  subject: "#F5793F",
  rival1: "#56DDB8",
  rival2: "#AF74C9",
  rival3: "#F9E085"
};

/** For paper: the light theme, its faint lines and its slate a step stronger, the colours as they are. */
export const printTheme: Theme = {...lightTheme, line: lightTheme.line2, line2: lightTheme.ink3, ink3: lightTheme.ink2};

/** Every colour as a custom property, so that a page changes theme in CSS alone. */
export const pageTheme = Object.fromEntries(Object.keys(lightTheme).map((name) => [name, `var(--${name})`])) as Record<
  Token,
  string
>;

/** The declarations that give `pageTheme` its values. */
export function cssVariables(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, value]) => `--${name}: ${value};`)
    .join("\n");
}

/** The colour a role's marks wear. */
export const roleColor: Record<Role, Token> = {
  reference: "reference",
  subject: "subject",
  rival1: "rival1",
  rival2: "rival2",
  rival3: "rival3",
  context: "ink3",
  ink: "ink"
};

/** The colour a role's name wears: context is a shade stronger as text than as a point. */
export const nameColor: Record<Role, Token> = {...roleColor, context: "ink2"};
