declare module "virtual:opening" {
  import type {Opening} from "./model.ts";
  export const opening: Opening;
}
