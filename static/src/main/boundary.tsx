import { Component } from "react";
import type { ReactNode } from "react";
import { refusalOf } from "../bridge";
import { RefusalNote } from "../parts/refusal-note";

interface State {
  readonly error: unknown;
  readonly broken: boolean;
}

/** React offers this only to classes: the last place where a defect of ours becomes a sentence instead of a blank page. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null, broken: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const again = () => this.setState({ error: null, broken: false });
    return <RefusalNote refusal={refusalOf(this.state.error)} onAgain={again} />;
  }
}
