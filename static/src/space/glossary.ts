/** What the words on these pages mean, first of all what the plan is not. */
export const glossary: readonly { readonly word: string; readonly means: string }[] = [
  {
    word: "Implementation plan",
    means:
      "How what was delivered comes to be used: made after approval and before execution. It links the other plans and repeats none.",
  },
  {
    word: "Project plan",
    means: "Scope, budget and milestones of the whole project. Another document; link it under documents.",
  },
  { word: "Execution plan", means: "Who builds what, day by day, to deliver. Another document." },
  {
    word: "Change-management plan",
    means: "How people are won over. Another document; its steps stand in the plan beside the technical ones.",
  },
  {
    word: "Delivered",
    means: "Everything due by delivery is done and ownership has changed hands. Not yet used by anybody.",
  },
  { word: "Implemented", means: "Running in production with people who work in it on their own." },
  {
    word: "Gate",
    means:
      "One of two decisions: to take the delivery, and to call it implemented. The second opens on measured adoption alone.",
  },
  { word: "Wave", means: "People who go live together, with a day of their own." },
  { word: "Pre-delivery, post-delivery", means: "When a risk has to be dealt with, and so who is asked about it." },
  { word: "Point of no return", means: "The last moment at which a rollback still ends within its window." },
  {
    word: "Hyper-care",
    means: "Close support from go-live until its exit criteria are met, not for a number of days.",
  },
  {
    word: "Independent",
    means: "Has done real work in production without help, a ticket about it or a reversal close by.",
  },
  { word: "Baseline", means: "The dates as agreed. What has moved since is counted from them." },
];
