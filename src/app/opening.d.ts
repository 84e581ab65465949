declare module "virtual:opening" {
  import type {Opening} from "./model.ts";
  const opening: Opening;
  export default opening;
}
