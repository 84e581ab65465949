import {Component} from "preact";
import type {ComponentChildren} from "preact";
import type {Store} from "../store.ts";

interface AtRestProps {
  readonly store: Store;
  readonly children: ComponentChildren;
}

/** Renders its children anew only while no gesture is under way: what moves then is bound to signals of its own. */
export class AtRest extends Component<AtRestProps> {
  override shouldComponentUpdate(): boolean {
    return !this.props.store.moving.peek();
  }

  override render() {
    return this.props.children;
  }
}
