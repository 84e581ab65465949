import {Component} from "preact";
import type {ComponentChild, ComponentClass} from "preact";

/** A component that renders again only when one of its props is another value than before. */
export function still<P extends object>(view: (props: P) => ComponentChild): ComponentClass<P> {
  return class Still extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const before = this.props as Record<string, unknown>;
      const after = next as Record<string, unknown>;
      return Object.keys({...before, ...after}).some((name) => before[name] !== after[name]);
    }

    override render(props: P): ComponentChild {
      return view(props);
    }
  };
}
