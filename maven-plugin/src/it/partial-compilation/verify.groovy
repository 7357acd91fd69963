def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects')
def expect = { boolean holds, String what -> if (!holds) { throw new AssertionError((Object) what) } }

expect(builds[1].contains('Published catalog/catalog.json'), 'check publishes where it is told to')
[2, 3].each { build ->
    expect(builds[build].contains("[VitrineStaleCompilation] The compiled catalog of 'editor'"), "stale in build ${build}")
    expect(builds[build].contains('saved: declared otherwise than the catalog says'), "which experiment, in build ${build}")
    expect(builds[build].contains('Compile again from clean: mvn clean verify\n'), "the cure, in build ${build}")
}
expect(!builds[3].contains('Published'), 'what is not whole is not published')
expect(builds[4].contains('Published catalog/catalog.json'), 'the cure works')
expect(new File(basedir, 'catalog/catalog.json').text.contains('"maximum": 5000'), 'the changed record')
expect(!builds[5].contains('[ERROR]'), 'nothing is wrong then')
expect(builds[5].contains('[WARNING] [VitrineNeverEmitted] saved is in the catalog'), 'and nothing emits it')

expect(builds[6].contains('[VitrineProcessorDidNotRun]'), 'a build without the processor')
expect(builds[6].contains('it.Saved has @Experiment and no fragment'), 'the record')
expect(builds[6].contains('it.Editor has @AnalyticsApplication and no catalog'), 'the application')

expect(!log.contains('\tat '), 'no stack trace')
return true
