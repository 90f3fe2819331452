import { Findings } from "../parts/findings";
import type { Fix } from "./fixes";
import type { Remarked, TextRemark } from "./remarks";

interface Props {
  readonly remarked: Remarked;
  readonly onShow: (line: number) => void;
  readonly onFix: (remark: TextRemark, fix: Fix) => void;
}

const shownAtOnce = 60;
const weight = { error: 0, warning: 1, hint: 2 } as const;

/** The remarks beside the text, the gravest first; each leads to its line. */
export function Remarks({ remarked, onShow, onFix }: Props) {
  const sorted = remarked.remarks.toSorted(
    (a, b) => weight[a.finding.level] - weight[b.finding.level] || a.line - b.line,
  );
  return (
    <aside className="editor-remarks" aria-label="Remarks">
      {sorted.length === 0 ? <p className="subtle">Nothing to remark.</p> : null}
      <ul className="editor-list">
        {sorted.slice(0, shownAtOnce).map((remark, at) => (
          <li key={`${remark.finding.rule} ${remark.line} ${String(at)}`}>
            <Remark remark={remark} onShow={onShow} onFix={onFix} />
          </li>
        ))}
      </ul>
      {sorted.length <= shownAtOnce ? null : <p className="subtle">And {sorted.length - shownAtOnce} more.</p>}
    </aside>
  );
}

interface RemarkProps extends Omit<Props, "remarked"> {
  readonly remark: TextRemark;
}

function Remark({ remark, onShow, onFix }: RemarkProps) {
  return (
    <>
      <button type="button" className="editor-remark" onClick={() => onShow(remark.line)}>
        <Findings findings={[remark.finding]} />
      </button>
      {remark.fixes.length === 0 ? null : (
        <div className="row editor-fixes">
          {remark.fixes.map((fix) => (
            <button key={fix.name} type="button" className="link" onClick={() => onFix(remark, fix)}>
              {fix.name}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
