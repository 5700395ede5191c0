import { Component, type ReactNode } from 'react';
import { PageFailed } from './page-failed';

interface Props {
  /** Of what is open: another address is tried anew. */
  readonly address: string;
  readonly children: ReactNode;
}

interface State {
  readonly address: string;
  readonly failed: boolean;
}

/** Shows what is safe and the way on in place of a page that could not be loaded or drawn. */
export class PageBoundary extends Component<Props, State> {
  public override state: State = { address: this.props.address, failed: false };

  public static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  public static getDerivedStateFromProps({ address }: Props, state: State): State | null {
    return address === state.address ? null : { address, failed: false };
  }

  public override render(): ReactNode {
    return this.state.failed ? <PageFailed /> : this.props.children;
  }
}
