<?php
// php linkbacks.php POST: gives a post linkbacks of every kind and state, as they come to a blog over the years, and a
// private post with one; then prints the blog's export file.
require __DIR__ . '/bootstrap.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/export.php';

function hearback_linkback( $post, $type, $approved, $author, $path, $content, $date ) {
	return wp_insert_comment(
		wp_slash(
			array(
				'comment_post_ID'    => $post,
				'comment_type'       => $type,
				'comment_approved'   => $approved,
				'comment_author'     => $author,
				'comment_author_url' => "https://blogs.example/$path",
				'comment_content'    => $content,
				'comment_date'       => $date,
				'comment_date_gmt'   => $date,
				'comment_author_IP'  => '192.0.2.7',
			)
		)
	);
}

wp_set_current_user( 1 );
$post   = (int) $argv[1];
$secret = wp_insert_post( array( 'post_title' => 'A secret', 'post_content' => 'Psst.', 'post_status' => 'private' ) );
foreach ( array( 'pingback', 'trackback' ) as $type ) {
	$head = 'trackback' === $type ? "<strong>Grüße &amp; mehr</strong>\n\n" : '';
	hearback_linkback( $post, $type, 1, 'Bob &laquo; Bob&#8217;s blog', "$type/1?a=1&b=2", "{$head}[&#8230;] about <strong>tea</strong> &amp; 日本語 😀 [&#8230;]", '2014-03-02 08:15:00' );
	hearback_linkback( $post, $type, 1, '', "$type/2", "{$head}[&#8230;]", '2015-11-30 23:59:59' );
	hearback_linkback( $post, $type, 0, 'Dora', "$type/3", "{$head}[&#8230;] nobody looked at it [&#8230;]", '2016-01-01 00:00:00' );
	hearback_linkback( $post, $type, 'spam', 'Pills', "$type/4", "{$head}buy", '2016-02-02 00:00:00' );
	wp_trash_comment( hearback_linkback( $post, $type, 1, 'Erik', "$type/5", "{$head}was here", '2016-03-03 00:00:00' ) );
	hearback_linkback( $secret, $type, 1, 'Bob', "$type/6", "{$head}psst", '2016-04-04 00:00:00' );
}
hearback_linkback( $post, 'comment', 1, 'A reader', 'reader', 'A comment that a person wrote.', '2013-08-08 08:08:08' );
ob_start();
export_wp( array( 'content' => 'all' ) );
ob_end_flush();
