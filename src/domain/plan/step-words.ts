/** The words step quality is judged by. They are English; a plan in another language turns the rule off. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Things one can be seen doing. A verb that is missing here still counts when an article or a number follows it. */
export const doing = words(
  `activate add adjust align anneal announce apply approve archive arrange ask assemble assign attach audit authorise back bake balance
  bind block boil bolt book brief build bundle burn calculate calibrate call cancel cap capture change charge chart check clamp clean clear
  clone close coat collect commission compare compile complete confirm connect convert copy correct count create cut deactivate debit
  decommission define delete deliver deploy describe design dig disable disconnect dispense document download draft drain draw drill dry
  edit email empty enable enrol enter erect etch evacuate exchange expand explain export extend extract feed fetch file fill filter fit
  fix flash flush fold format freeze fumigate generate give grade grind grout hand hang harvest heat hire hold import index inform inject
  insert inspect install interview inventory invite invoice isolate issue label lay lift link list load lock log lubricate mail map mark
  measure merge migrate mill mix mount move mow notify number open order pack paint park patch pay photograph pick pilot pin place plant
  plot plug polish post pour press print probe procure program prune publish pull pump purge push query quote raise read rebuild
  reconcile record redraw refresh register rehearse release reload remove rename repeat replace replay report request resize restart restore
  review revoke rewrite rinse rotate route run sample sand scan schedule score scrape screen seal sell send serve set shadow ship show
  shut sign sort sow splice stamp start sterilise stop store strip submit survey swap switch tabulate tag take teach tell tender test
  thaw tie tighten time torque trace train transfer translate transport trim turn type unload update upload validate vacuum verify view
  walk warm wash watch weigh weld wipe wire withdraw wrap write`,
);

/** Things one can say one is doing without anybody being able to see it. */
export const hoping = words(
  `address assure be become champion collaborate consider coordinate deal decide develop do drive embrace empower encourage engage enhance
  ensure establish evaluate explore facilitate finalise finalize focus foster get guide handle have help identify implement improve
  investigate leverage look maintain make manage maximise maximize minimise minimize modernise monitor need optimise optimize oversee
  perform plan prepare promote provide pursue streamline strive strengthen support think tackle transform understand use work`,
);

export const checking = words(
  `audit balance compare compares compared confirm confirms count counts equal equals inspect match matches measure measured measures
  photograph prove proves reconcile record recorded recount rehearse reject replay reread sample shows sign signed signs test tests
  validate validated verify verified weigh witness witnessed check checked until log tick enter`,
);

/** Sources, tools and places by their common names; proper names and codes count without standing here. */
export const tools = words(
  `account analyser analyzer app archive ballot barcode bench blade board bridge brush budget cabinet calculator calendar caliper camera
  card catalogue chart checklist chamber client clipboard command console contract crane cutter dashboard database deck diary directory
  dispenser drawing drawings drill dryer editor envelope export extract feed file files folder form forklift furnace gauge gauges
  generator handbook handset hoist hose invoice invoices jig kiln kit label ladder laptop laser ledger level library licence list log
  loom machine mailbox manual map matrix meter micrometer microscope mill mirror model mould multimeter notebook notice oven packer panel
  intranet payroll permit pipette plan plans policy portal press pressure printer procedure profile probe protocol pump query questionnaire rack recipe recorder
  register repository report reports requisition rig runbook run-book roll rota ruler saw sandbox scale scales scanner schedule scope screen script
  scripts sensor server sheet shredder software specification spirit spreadsheet sprayer stopwatch stencil store survey swab table tablet
  tape template terminal theodolite thermometer timesheet timetable tool torch tracker trolley truck vacuum vault vehicle wiki workbook
  wrench`,
);
